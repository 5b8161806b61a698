/// What a slug keeps of characters that are not ASCII, by Unicode 14.0.0; written by Tools/slug-table.py.
///
/// Each line: a code point, then the values of that character and of those that follow it.
let slugTable = """
  a0 -
  a8 -
  aa a
  af -
  b2 2 3 -
  b8 - 1 o
  bc 14 12 34
  c0 a a a a a a
  c7 c e e e e i i i i
  d1 n o o o o o
  d9 u u u u y
  e0 a a a a a a
  e7 c e e e e i i i i
  f1 n o o o o o
  f9 u u u u y
  ff y a a a a a a c c c c c c c c d d
  112 e e e e e e e e e e g g g g g g g g h h
  128 i i i i i i i i i
  132 ij ij j j k k
  139 l l l l l l l l
  143 n n n n n n n
  14c o o o o o o
  154 r r r r r r s s s s s s s s t t t t
  168 u u u u u u u u u u u u w w y y y z z z z z z s
  1a0 o o
  1af u u
  1c4 dz dz dz lj lj lj nj nj nj a a i i o o u u u u u u u u u u
  1de a a a a
  1e6 g g k k o o o o
  1f0 j dz dz dz g g
  1f8 n n a a
  200 a a a a e e e e i i i i o o o o r r r r u u u u s s
  21a t t
  21e h h
  226 a a e e o o o o o o o o y y
  2b0 h
  2b2 j r
  2b7 w y
  2d8 - - - - - -
  2e1 l s x
  37a -
  37e -
  384 - -
  1d2c a
  1d2e b
  1d30 d e
  1d33 g h i j k l m n
  1d3c o
  1d3e p r t u w a
  1d47 b d e
  1d4d g
  1d4f k m
  1d52 o
  1d56 p t u
  1d5b v
  1d62 i r u v
  1d9c c
  1da0 f
  1dbb z
  1e00 a a b b b b b b c c d d d d d d d d d d e e e e e e
  1e1a e e e e f f g g h h h h h h h h h h i i i i k k k k
  1e34 k k l l l l l l l l m m m m m m n n n n n n n n o o
  1e4e o o o o o o p p p p r r r r r r r r s s s s s s s s
  1e68 s s t t t t t t t t u u u u u u u u u u v v v v w w
  1e82 w w w w w w w w x x x x y y z z z z z z h t w y a s
  1ea0 a a a a a a a a a a a a a a a a a a a a a a a a e e
  1eba e e e e e e e e e e e e e e i i i i o o o o o o o o
  1ed4 o o o o o o o o o o o o o o o o u u u u u u u u u u
  1eee u u u u y y y y y y y y
  1fbd -
  1fbf - - -
  1fcd - - -
  1fdd - - -
  1fed - - -
  1ffd - -
  2000 - - - - - - - - - - -
  2017 -
  2024 - - -
  202f -
  203c -
  203e -
  2047 - - -
  205f -
  2070 0 i
  2074 4 5 6 7 8 9 -
  207c - - - n 0 1 2 3 4 5 6 7 8 9 -
  208c - - -
  2090 a e o x
  2095 h k l m n p s t
  20a8 rs
  2100 a-c a-s c c
  2105 c-o c-u
  2109 f g h h h h
  2110 i i l l
  2115 n no
  2119 p q r r r
  2120 sm tel tm
  2124 z
  2128 z
  212a k a b c
  212f e e f
  2133 m o
  2139 i
  213b fax
  2145 d d e i j
  2150 17 19 110 13 23 15 25 35 45 16 56 18 38 58 78 1 i ii iii iv v vi vii viii ix x
  216a xi xii l c d m i ii iii iv v vi vii viii ix x xi xii l c d m
  2189 03
  2260 -
  226e - -
  2460 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 -1- -2- -3- -4- -5- -6-
  247a -7- -8- -9- -10- -11- -12- -13- -14- -15- -16- -17- -18- -19- -20- 1- 2- 3- 4- 5- 6- 7- 8- 9- 10- 11- 12-
  2494 13- 14- 15- 16- 17- 18- 19- 20- -a- -b- -c- -d- -e- -f- -g- -h- -i- -j- -k- -l- -m- -n- -o- -p- -q- -r-
  24ae -s- -t- -u- -v- -w- -x- -y- -z- a b c d e f g h i j k l m n o p q r
  24c8 s t u v w x y z a b c d e f g h i j k l m n o p q r
  24e2 s t u v w x y z 0
  2a74 - - -
  2c7c j v
  3000 -
  309b - -
  3200 - - - - - - - - - - - - - - - - - - - - - - - - - -
  321a - - - - -
  3220 - - - - - - - - - - - - - - - - - - - - - - - - - -
  323a - - - - - - - - - -
  3250 pte 21 22 23 24 25 26 27 28 29 30 31 32 33 34 35
  32b1 36 37 38 39 40 41 42 43 44 45 46 47 48 49 50 1 2 3 4 5 6 7 8 9 10 11
  32cb 12 hg erg ev ltd
  3358 0 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 hpa
  3372 da au bar ov pc dm dm2 dm3 iu
  3380 pa na a ma ka kb mb gb cal kcal pf nf f g mg kg hz khz mhz ghz thz l ml dl kl fm
  339a nm m mm cm km mm2 cm2 m2 km2 mm3 cm3 m3 km3 ms ms2 pa kpa mpa gpa rad rads rads2 ps ns s ms
  33b4 pv nv v mv kv mv pw nw w mw kw mw k m a-m- bq cc cd ckg co- db gy ha hp in kk
  33ce km kt lm ln log lx mb mil mol ph p-m- ppm pr sr sv wb vm am 1 2 3 4 5 6 7 8
  33e8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30 31 gal
  a7f2 c f q
  fb00 ff fi fl ffi ffl st st
  fb29 -
  fc5e - - - - - -
  fdfa - -
  fe10 -
  fe13 - - - -
  fe19 -
  fe30 -
  fe33 - - - - - -
  fe47 - - - - - - - - - -
  fe52 -
  fe54 - - - -
  fe59 - - - -
  fe5f - - - - - - - -
  fe68 - - - -
  fe70 -
  fe72 -
  fe74 -
  fe76 -
  fe78 -
  fe7a -
  fe7c -
  fe7e -
  ff01 - - - - - - - - - - - - - - - 0 1 2 3 4 5 6 7 8 9 -
  ff1b - - - - - - a b c d e f g h i j k l m n o p q r s t
  ff35 u v w x y z - - - - - - a b c d e f g h i j k l m n
  ff4f o p q r s t u v w x y z - - - -
  ffe3 -
  107a5 q
  1d400 a b c d e f g h i j k l m n o p q r s t u v w x y z
  1d41a a b c d e f g h i j k l m n o p q r s t u v w x y z
  1d434 a b c d e f g h i j k l m n o p q r s t u v w x y z
  1d44e a b c d e f g
  1d456 i j k l m n o p q r s t u v w x y z a b c d e f g h
  1d470 i j k l m n o p q r s t u v w x y z a b c d e f g h
  1d48a i j k l m n o p q r s t u v w x y z a
  1d49e c d
  1d4a2 g
  1d4a5 j k
  1d4a9 n o p q
  1d4ae s t u v w x y z a b c d
  1d4bb f
  1d4bd h i j k l m n
  1d4c5 p q r s t u v w x y z a b c d e f g h i j k l m n o
  1d4df p q r s t u v w x y z a b c d e f g h i j k l m n o
  1d4f9 p q r s t u v w x y z a b
  1d507 d e f g
  1d50d j k l m n o p q
  1d516 s t u v w x y
  1d51e a b c d e f g h i j k l m n o p q r s t u v w x y z
  1d538 a b
  1d53b d e f g
  1d540 i j k l m
  1d546 o
  1d54a s t u v w x y
  1d552 a b c d e f g h i j k l m n o p q r s t u v w x y z
  1d56c a b c d e f g h i j k l m n o p q r s t u v w x y z
  1d586 a b c d e f g h i j k l m n o p q r s t u v w x y z
  1d5a0 a b c d e f g h i j k l m n o p q r s t u v w x y z
  1d5ba a b c d e f g h i j k l m n o p q r s t u v w x y z
  1d5d4 a b c d e f g h i j k l m n o p q r s t u v w x y z
  1d5ee a b c d e f g h i j k l m n o p q r s t u v w x y z
  1d608 a b c d e f g h i j k l m n o p q r s t u v w x y z
  1d622 a b c d e f g h i j k l m n o p q r s t u v w x y z
  1d63c a b c d e f g h i j k l m n o p q r s t u v w x y z
  1d656 a b c d e f g h i j k l m n o p q r s t u v w x y z
  1d670 a b c d e f g h i j k l m n o p q r s t u v w x y z
  1d68a a b c d e f g h i j k l m n o p q r s t u v w x y z
  1d7ce 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5
  1d7e8 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9
  1f100 0- 0- 1- 2- 3- 4- 5- 6- 7- 8- 9-
  1f110 -a- -b- -c- -d- -e- -f- -g- -h- -i- -j- -k- -l- -m- -n- -o- -p- -q- -r- -s- -t- -u- -v- -w- -x- -y- -z-
  1f12a s c r cd wz
  1f130 a b c d e f g h i j k l m n o p q r s t u v w x y z
  1f14a hv mv sd ss ppv wc
  1f16a mc md mr
  1f190 dj
  1fbf0 0 1 2 3 4 5 6 7 8 9
  """
